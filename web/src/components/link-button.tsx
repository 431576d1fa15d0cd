import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

interface LinkButtonProps extends Pick<
  ButtonProps,
  'type' | 'size' | 'tabIndex' | 'aria-hidden' | 'children'
> {
  to: string;
}

/** A way to a page that looks like a button: one element, so one stop of the keyboard, and it opens in another tab as any link. */
export function LinkButton({ to, ...button }: LinkButtonProps) {
  return <Button {...button} href={useHref(to)} onClick={useLinkClickHandler<HTMLElement>(to)} />;
}
