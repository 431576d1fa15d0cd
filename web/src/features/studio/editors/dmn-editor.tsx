import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import { Button, Select } from 'antd';
import DmnModeler from 'dmn-js/lib/Modeler';
import DmnViewer from 'dmn-js/lib/NavigatedViewer';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Choice } from '../../../components/choice.js';
import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';
import './dmn-editor.css';
import { DMN_WORDS } from './dmn-words.js';
import type { EditorProps } from './editor.js';
import { englishHeadings, type Heading, type TableModeling } from './table-english/english-headings.js';
import { EnglishHeadingsDialog } from './table-english/english-headings-dialog.js';
import { lampidModdle } from './table-english/lampid-moddle.js';
import { goToRule, rulesOf, type TableRule } from './table-rules.js';
import { tellSoon } from './tell-soon.js';
import { translateBy } from './translate-by.js';
import { UndoButtons, type Undoable } from './undo-buttons.js';

interface TableChoice {
  id: string;
  name: string;
  rules: TableRule[];
}

/** Decision tables, one after the other, in the editor of bpmn.io. */
export default function DmnEditor(props: EditorProps) {
  const { name, content, isReadOnly, goTo } = props;
  const words = useWords(studioWords);
  const container = useRef<HTMLDivElement>(null);
  const modeler = useRef<DmnModeler | null>(null);
  const [tables, setTables] = useState<TableChoice[]>([]);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [english, setEnglish] = useState<{ headings: Heading[]; modeling: TableModeling | null } | null>(
    null,
  );
  const begin = useRef(content);
  const onChange = useEffectEvent(props.onChange);
  const onUnreadable = useEffectEvent(props.onUnreadable);

  useEffect(() => {
    if (!container.current) return;
    const speaking = { additionalModules: [translateBy(DMN_WORDS)] };
    // Read only: a viewer, whose cells nobody can change and everybody can reach.
    const Editor = isReadOnly ? DmnViewer : DmnModeler;
    const next = new Editor({
      container: container.current,
      moddleExtensions: { lampid: lampidModdle },
      ...{ decisionTable: speaking, drd: speaking, literalExpression: speaking },
    });
    let isStale = false;
    const changes = tellSoon(async () => {
      const { xml } = await next.saveXML({ format: true });
      if (!isStale) onChange(xml);
    });
    // Also names and rules that are written meanwhile.
    const tell = () =>
      setTables(
        next
          .getViews()
          .filter(({ type }) => type === 'decisionTable')
          .map(({ element }) => ({
            ...{ id: element.id ?? '', name: element.name || element.id || '' },
            rules: rulesOf(element),
          })),
      );
    const listened = new WeakSet();
    const listen = () => {
      // Without a cell that takes the focus, the table itself does: keys can scroll it.
      if (isReadOnly) container.current?.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
      const viewer = next.getActiveViewer();
      const bus = viewer?.get('eventBus');
      if (isReadOnly || !viewer || !bus || listened.has(bus)) return;
      setUndoable({ stack: viewer.get('commandStack'), bus });
      listened.add(bus);
      bus.on('commandStack.changed', () => {
        changes.soon();
        tell();
      });
    };
    next.on('views.changed', listen);
    const open = async () => {
      await next.importXML(begin.current, { open: false });
      const views = next.getViews().filter(({ type }) => type === 'decisionTable');
      const first = views[0] ?? next.getViews()[0];
      if (first) await next.open(first);
      if (isStale) return;
      listen();
      modeler.current = next;
      tell();
      setShown(first?.element.id ?? null);
    };
    open().catch((error: Error) => {
      if (!isStale) onUnreadable(error.message);
    });
    return () => {
      modeler.current = null;
      void changes.flush().finally(() => {
        isStale = true;
        next.destroy();
      });
    };
  }, [isReadOnly]);

  const show = async (id: string) => {
    const view = modeler.current?.getViews().find(({ element }) => element.id === id);
    if (!view) return;
    await modeler.current?.open(view);
    setShown(id);
  };
  const showRule = (id: string) => container.current && goToRule(container.current, id);
  /** A table, or a rule of one. */
  const showWanted = useEffectEvent(async (wanted: string) => {
    const table = tables.find(({ id, rules }) => id === wanted || rules.some((rule) => rule.id === wanted));
    if (!table) return;
    if (table.id !== shown) await show(table.id);
    if (table.id !== wanted) showRule(wanted);
  });
  const isThere = shown !== null;
  useEffect(() => {
    if (goTo && isThere) void showWanted(goTo.element);
  }, [goTo, isThere]);
  const rules = tables.find(({ id }) => id === shown)?.rules ?? [];

  const askEnglish = () => {
    const [view, viewer] = [modeler.current?.getActiveView(), modeler.current?.getActiveViewer()];
    if (view && viewer)
      setEnglish({
        headings: englishHeadings(view.element),
        modeling: isReadOnly ? null : viewer.get('modeling'),
      });
  };

  return (
    <div className="dmn-editor">
      {shown !== null && (
        <div className="dmn-editor-tools">
          {tables.length > 1 && (
            <Select
              size="small"
              aria-label={words.table}
              value={shown}
              onChange={(id) => void show(id)}
              options={tables.map((table) => ({ value: table.id, label: table.name }))}
              style={{ minWidth: 260 }}
            />
          )}
          {rules.length > 0 && (
            <Choice
              label={words.toRule}
              value=""
              options={[['', words.toRule], ...rules.map(({ id, name }) => [id, name] as const)]}
              onChange={showRule}
            />
          )}
          {!isReadOnly && <UndoButtons of={undoable} />}
          {tables.length > 0 && (
            <Button size="small" onClick={askEnglish}>
              {words.englishHeadings}
            </Button>
          )}
        </div>
      )}
      <div ref={container} className="dmn-editor-table" role="group" aria-label={words.canvas(name)} />
      {english && (
        <EnglishHeadingsDialog
          headings={english.headings}
          modeling={english.modeling}
          onClose={() => setEnglish(null)}
        />
      )}
    </div>
  );
}
