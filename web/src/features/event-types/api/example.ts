import { useMutation } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { EventType, ReportData } from '../../../api/wire.js';

/** A fresh example on every call (demo only): a subject that nobody reported about. */
async function fetchExample(type: string): Promise<ReportData | null> {
  const { items } = await http.get<{ items: EventType[] }>('/api/v1/event-types', {
    query: { type, example: 'fresh' },
  });
  return items.find((item) => item.id === type)?.example ?? null;
}

export function useExample(type: string) {
  return useMutation({ mutationFn: () => fetchExample(type) });
}
