import { isH5 } from './target';

/** Calls back when Escape is pressed (browser only; a phone has its own way back); returns the way to stop. */
export function onEscape(run: () => void): () => void {
  if (!isH5) return () => undefined;
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') run();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
