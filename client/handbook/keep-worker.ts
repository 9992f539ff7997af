/** After the page stands: what the phone loads first is for the eyes. Without TLS a browser has no such worker. */
export function keepWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    // A browser that refuses (a private window) shows the handbook all the same, while there is a network.
    navigator.serviceWorker.register('/handbook-worker.js', { scope: '/s/' }).catch(() => undefined);
  });
}
