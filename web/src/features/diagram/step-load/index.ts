import { StepLoad } from './step-load.js';

export const stepLoadModule = {
  __init__: ['stepLoad'],
  stepLoad: ['type', StepLoad],
};
