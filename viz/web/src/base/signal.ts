/** One bell for the whole page: whoever changes something rings it, and it is heard once, after all changes of a turn. */
type Listener = () => void;

const listeners = new Set<Listener>();
let waiting = false;

/** Call `listener` after each turn in which something changed; gives what takes it off again. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tell that something changed. */
export function changed(): void {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    for (const listener of [...listeners]) listener();
  });
}
