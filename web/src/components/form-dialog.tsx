import { Button, Form, type FormProps } from 'antd';
import { useId, type ReactNode } from 'react';
import { Dialog } from './dialog.js';

interface FormDialogProps<Values> extends Pick<FormProps<Values>, 'form' | 'initialValues' | 'onFinish'> {
  title: string;
  onClose(): void;
  /** What its button says. */
  submit: string;
  /** There is nothing to send yet. */
  disabled?: boolean;
  loading?: boolean;
  /** What it does cannot be taken back. */
  danger?: boolean;
  children: ReactNode;
}

/** A dialog with one form, sent by its button or by Enter. */
export function FormDialog<Values>({
  title,
  onClose,
  submit,
  disabled = false,
  loading = false,
  danger = false,
  children,
  ...form
}: FormDialogProps<Values>) {
  const id = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button
          type="primary"
          danger={danger}
          htmlType="submit"
          form={id}
          disabled={disabled}
          loading={loading}
        >
          {submit}
        </Button>
      }
    >
      <Form<Values> {...form} id={id} layout="vertical" requiredMark={false}>
        {children}
      </Form>
    </Dialog>
  );
}
