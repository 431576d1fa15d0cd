/** Has the browser keep the product for a time without a line; once somebody who may report is here, and the page itself has loaded. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  // Without it the product works as before, with a line.
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(console.error);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
