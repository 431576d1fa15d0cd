import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';

/** What was done in an editor of bpmn.io; each of them has one. */
export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

export interface EventBus {
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

export interface Undoable {
  stack: CommandStack;
  bus: EventBus;
}

interface UndoButtonsProps {
  /** Null until the editor is there. */
  of: Undoable | null;
  disabled?: boolean;
}

/** Takes back the last change and does it again: the keys of the libraries work only where their drawing has the focus. */
export function UndoButtons({ of, disabled = false }: UndoButtonsProps) {
  const words = useWords(studioWords);
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(() => {
    if (!of) return;
    const { stack, bus } = of;
    const tell = () => setCan({ undo: stack.canUndo(), redo: stack.canRedo() });
    tell();
    bus.on('commandStack.changed', tell);
    return () => bus.off('commandStack.changed', tell);
  }, [of]);
  return (
    <>
      <Button
        size="small"
        icon={<UndoOutlined aria-hidden />}
        title={words.undo}
        aria-label={words.undo}
        disabled={disabled || !can.undo}
        onClick={() => of?.stack.undo()}
      />
      <Button
        size="small"
        icon={<RedoOutlined aria-hidden />}
        title={words.redo}
        aria-label={words.redo}
        disabled={disabled || !can.redo}
        onClick={() => of?.stack.redo()}
      />
    </>
  );
}
