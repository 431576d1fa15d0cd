import { lazy } from 'react';
import type { EditorProps } from './editor.js';
import { TextEditor } from './text-editor.js';

/** Each library is large; it comes when a file of its kind is first opened. */
const BpmnEditor = lazy(() => import('./bpmn-editor.js'));
const DmnEditor = lazy(() => import('./dmn-editor.js'));
const FormEditor = lazy(() => import('./form-editor.js'));
const ModelReader = lazy(() => import('./model-reader.js'));
const FormReader = lazy(() => import('./form-reader.js'));

interface FileEditorProps extends EditorProps {
  isText: boolean;
}

/** The editor of a file's kind; a drawing or form that may not be changed is shown, not put out of reach. */
export function FileEditor({ isText, ...props }: FileEditorProps) {
  const kind = isText ? 'text' : props.name.slice(props.name.lastIndexOf('.') + 1);
  if (kind === 'bpmn') return props.isReadOnly ? <ModelReader {...props} /> : <BpmnEditor {...props} />;
  if (kind === 'dmn') return <DmnEditor {...props} />;
  if (kind === 'form') return props.isReadOnly ? <FormReader {...props} /> : <FormEditor {...props} />;
  return <TextEditor {...props} />;
}
