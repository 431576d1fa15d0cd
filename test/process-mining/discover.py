"""Reads an event log with pm4py, discovers a model and replays the log on it.

    python3 discover.py LOG.xes

Prints one JSON object: cases, events and variants; what the inductive miner (noise threshold 0) finds, and the fitness and
precision of token-based replay on it, over completed steps. Needs `pip install pm4py` (2.7).
"""

import json
import sys

import pm4py

log = pm4py.read_xes(sys.argv[1])
completed = pm4py.filter_event_attribute_values(
    log, "lifecycle:transition", ["complete"], level="event", retain=True
)
net, start, end = pm4py.discover_petri_net_inductive(completed, noise_threshold=0.0)
fitness = pm4py.fitness_token_based_replay(completed, net, start, end)
precision = pm4py.precision_token_based_replay(completed, net, start, end)
print(
    json.dumps(
        {
            "cases": int(log["case:concept:name"].nunique()),
            "events": len(log),
            "transitions": {k: int(v) for k, v in log["lifecycle:transition"].value_counts().items()},
            "steps": int(completed["concept:name"].nunique()),
            "variants": len(pm4py.get_variants(completed)),
            "places": len(net.places),
            "fitness": fitness["average_trace_fitness"],
            "fittingTraces": fitness["percentage_of_fitting_traces"] / 100,
            "precision": precision,
        }
    )
)
