/** Short words on single steps of a diagram, such as how many cases part there. */
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';

export interface DiagramMark {
  element: string;
  text: string;
  /** What the text means. */
  title: string;
  /** A step that sends cases elsewhere, or one where only something is noted. */
  kind: 'parts' | 'noted';
}

const OVERLAY_TYPE = 'diagram-mark';

/** In place of those that were shown before. */
export function showMarks(viewer: NavigatedViewer, marks: readonly DiagramMark[]): void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  overlays.remove({ type: OVERLAY_TYPE });
  for (const shape of registry.getAll())
    for (const kind of ['parts', 'noted'] as const) canvas.removeMarker(shape.id, `mark-${kind}`);
  for (const { element, text, title, kind } of marks) {
    if (!registry.get(element)) continue;
    canvas.addMarker(element, `mark-${kind}`);
    const html = document.createElement('span');
    html.className = `path-badge path-badge-${kind}`;
    html.textContent = text;
    html.title = title;
    overlays.add(element, OVERLAY_TYPE, {
      // Neighbours seldom have the same kind: their badges do not cover each other.
      position: kind === 'parts' ? { top: -16, left: 4 } : { bottom: 4, left: 4 },
      html,
      // To be read where the whole model is in sight.
      scale: { min: 0.9, max: 1.2 },
    });
  }
}
