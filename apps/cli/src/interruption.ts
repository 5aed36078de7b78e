/** A signal that is given when the person presses Ctrl-C; a second time ends the program at once. */
export function interruption(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, end: () => process.off('SIGINT', stop) };
}
