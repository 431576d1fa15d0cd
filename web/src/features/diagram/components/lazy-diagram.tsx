import { lazy } from 'react';

/** The BPMN viewer is large; it comes only when a diagram is looked at. */
export const LazyDiagram = lazy(() => import('./diagram.js'));
