/** Operaton's words for things that the port names differently. */

/** The body around a multi-instance activity has no element of its own in the model: it is the activity's. */
export function elementOf(activityId: string): string {
  const mark = activityId.indexOf('#');
  return mark < 0 ? activityId : activityId.slice(0, mark);
}

export const INCIDENT_TYPES: Record<string, string> = {
  failedExternalTask: 'failedWork',
  failedJob: 'failedJob',
};
