import { useWords } from '../../../i18n/language.js';
import Diagram from '../../diagram/components/diagram.js';
import { diagramWords } from '../../diagram/words.js';
import type { EditorProps } from './editor.js';
import './reader.css';

/** A model for those who only read it: moved and made larger by everybody, changed by nobody. */
export default function ModelReader({ name, content, goTo }: EditorProps) {
  const words = useWords(diagramWords);
  return (
    <div className="model-reader">
      <Diagram xml={content} label={words.diagram(name)} height="100%" goTo={goTo} />
    </div>
  );
}
