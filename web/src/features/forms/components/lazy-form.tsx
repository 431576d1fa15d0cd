import { lazy } from 'react';

/** The form viewer is large; it comes only when a form is filled in. */
export const LazyForm = lazy(() => import('./form-viewer.js'));
