import type Canvas from 'diagram-js/lib/core/Canvas';

/** What A4 and Letter leave of their width, upright and with the margins of a browser, in CSS pixels. */
const PAPER_WIDTH = '660px';

/** On paper a drawing stands whole, whatever part of it is on the screen, which it shows again afterwards. Answers how to stop. */
export function fitForPrint(canvas: Canvas, container: HTMLElement): () => void {
  let onScreen: ReturnType<Canvas['viewbox']> | null = null;
  const before = () => {
    onScreen ??= canvas.viewbox();
    container.style.width = PAPER_WIDTH;
    canvas.resized();
    canvas.zoom('fit-viewport', { x: 0, y: 0 });
  };
  const after = () => {
    container.style.width = '';
    canvas.resized();
    if (onScreen) canvas.viewbox(onScreen);
    onScreen = null;
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
