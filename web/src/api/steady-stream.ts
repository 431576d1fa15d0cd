/** Where a stream of events comes from, and who is told of it. */
interface Stream {
  event: string;
  onData: (data: string) => void;
  /** Nothing is told for a while; called at every attempt that fails. */
  onCut: () => void;
}

const AGAIN_MS = 5_000;

/**
 * An event stream that is asked for until it is stopped. A browser comes back by itself only from a cut that it takes for a short one: at a gateway's
 * answer all of them give up for good, and Firefox does so as well when it finds no network at all. Answers how to stop.
 */
export function followStream(address: string, { event, onData, onCut }: Stream): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(address);
    source.addEventListener(event, ({ data }: MessageEvent<string>) => onData(data));
    source.addEventListener('error', () => {
      onCut();
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
