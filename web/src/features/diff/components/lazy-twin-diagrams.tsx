import { lazy } from 'react';

/** The BPMN viewer is large; it comes only when diagrams are looked at. */
export const LazyTwinDiagrams = lazy(() => import('./twin-diagrams.js'));
