import { Alert, Button, Card } from 'antd';
import { Suspense, useMemo } from 'react';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import type { EventType, Report } from '../../../api/wire.js';
import { formatDuration, formatSecond } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { pathIn } from '../../cases/path-in.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useReport } from '../../reports/api/report.js';
import { StatusTag } from '../../reports/components/status-tag.js';
import { evidenceAddress, useReplay, type Replay } from '../api/replay.js';
import { momentsOf, standingAt, type Standing } from '../moments.js';
import { tellMoment } from '../tell-moment.js';
import { usePlayer } from '../use-player.js';
import { replayWords } from '../words.js';
import { MomentTable } from './moment-table.js';
import { PlayerBar } from './player-bar.js';
import { StandingCards } from './standing-cards.js';
import { ViewsCard } from './views-card.js';
import './replay-page.css';
import { NothingHere } from '../../../components/nothing-here.js';
import { useNames } from '../../officers/use-names.js';

/** Any case as it went, on the models it ran in: for auditors, who change nothing here. */
export function ReplayPage() {
  const { id = '' } = useParams();
  const report = useReport(id);
  const replay = useReplay(id);
  const eventTypes = useEventTypes();
  return (
    <QueryState query={report}>
      {(found) => (
        <QueryState query={replay}>
          {(played) => (
            <ReplayView
              report={found}
              replay={played}
              eventType={eventTypes.data?.find((type) => type.id === found.type) ?? null}
            />
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

interface ReplayViewProps {
  report: Report;
  replay: Replay;
  eventType: EventType | null;
}

function ReplayView({ report, replay, eventType }: ReplayViewProps) {
  const words = useWords(replayWords);
  const { language } = useLanguage();
  const text = useText();
  const officer = useOfficer();
  const nameOf = useNames();
  const moments = useMemo(() => {
    const names = new Map(report.documents.map(({ kind, names: spoken }) => [kind, spoken]));
    const nameOfDocument = (kind: string) => names.get(kind)?.[language] ?? kind;
    return momentsOf(replay).map((moment) => ({
      at: moment.at,
      ...tellMoment(moment, { language, nameOfDocument, nameOf }),
    }));
  }, [replay, report.documents, language, nameOf]);
  const player = usePlayer(moments.length);
  const moment = moments[player.index];
  const standing = useMemo(() => (moment ? standingAt(replay, moment.at) : null), [replay, moment]);
  if (!moment || !standing) return <NothingHere>{words.noData}</NothingHere>;
  const before = moments[player.index - 1];
  const time = formatSecond(new Date(moment.at).toISOString(), language);
  return (
    <Page
      title={words.title(report.ticket ?? '')}
      lead={
        <>
          {report.title} · {eventType ? text(eventType.names) : report.type} · {report.areaName} ·{' '}
          {words.today} <StatusTag status={report.status} />
        </>
      }
      actions={
        <>
          <LinkButton to={`/cases/${report.id}`}>{words.back}</LinkButton>
          {officer.role === 'auditor' && (
            <Button href={evidenceAddress(report.id)} download title={words.evidenceHelp}>
              {words.evidence}
            </Button>
          )}
          <Button onClick={() => window.print()}>{words.print}</Button>
        </>
      }
    >
      <Card size="small" className="replay-stage">
        <PlayerBar player={player} count={moments.length} spoken={`${time}, ${moment.what}`} />
        <p className="soft replay-keys">{words.keys}</p>
        <div className="replay-now" aria-live="polite">
          <strong>{moment.what}</strong>
          <span className="soft">
            {[
              time,
              moment.who,
              before && moment.at > before.at && words.after(formatDuration(moment.at - before.at, language)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {moment.result && <span className="replay-result">{moment.result}</span>}
        </div>
        {replay.items.length > 0 ? (
          <ReplayDiagram replay={replay} standing={standing} />
        ) : (
          <NothingHere>{words.noModel}</NothingHere>
        )}
      </Card>
      <div className="replay-grid">
        <Card size="small" title={words.all}>
          <MomentTable moments={moments} current={player.index} onChoose={player.goTo} />
        </Card>
        <StandingCards report={report} standing={standing} eventType={eventType} />
      </div>
      <ViewsCard views={replay.views} />
    </Page>
  );
}

function ReplayDiagram({ replay, standing }: { replay: Replay; standing: Standing }) {
  const words = useWords(diagramWords);
  const ofReplay = useWords(replayWords);
  const text = useText();
  const definitionId = standing.definitionId ?? replay.items[0]?.definitionId;
  const definition = replay.definitions.find((one) => one.definitionId === definitionId);
  const path = useMemo(() => pathIn(standing.items, definitionId ?? ''), [standing.items, definitionId]);
  const xml = useDefinitionXml(definitionId ?? '');
  if (!definition) return <Alert title={words.broken} />;
  const earlier = versionsBefore(replay, standing, definition);
  const label = [
    words.diagram(text(definition.names)),
    path.current.length > 0 ? words.standsAt(path.current.map(text).join(', ')) : '',
  ].join('. ');
  return (
    <>
      <p className="soft replay-model">
        {text(definition.names)} · v{definition.version}
        {earlier.length > 0 && ` · ${ofReplay.earlierOn(earlier.join(', '))}`}
      </p>
      <QueryState query={xml}>
        {(drawing) => (
          <Suspense>
            <LazyDiagram key={definition.definitionId} xml={drawing} label={label} path={path} />
          </Suspense>
        )}
      </QueryState>
    </>
  );
}

/** Versions of the same model on which steps were done that the drawing therefore does not mark. */
function versionsBefore(
  { definitions }: Replay,
  { items }: Standing,
  drawn: Replay['definitions'][number],
): number[] {
  const passed = new Set(items.map(({ definitionId }) => definitionId));
  return definitions
    .filter(({ definitionId, processKey }) => processKey === drawn.processKey && passed.has(definitionId))
    .filter(({ definitionId }) => definitionId !== drawn.definitionId)
    .map(({ version }) => version);
}
