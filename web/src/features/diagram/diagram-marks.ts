/** Short words on single steps of a diagram, such as how many cases part there. */
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';

export interface DiagramMark {
  element: string;
  text: string;
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
  const badges = new Map<string, number>();
  for (const { element, text, kind } of marks) {
    if (!registry.get(element)) continue;
    canvas.addMarker(element, `mark-${kind}`);
    const html = document.createElement('span');
    html.className = `path-badge path-badge-${kind}`;
    html.textContent = text;
    const before = badges.get(element) ?? 0;
    badges.set(element, before + 1);
    overlays.add(element, OVERLAY_TYPE, {
      position: { top: -14 - 22 * before, left: -6 },
      html,
      // To be read where the whole model is in sight.
      scale: { min: 0.9, max: 1.2 },
    });
  }
}
