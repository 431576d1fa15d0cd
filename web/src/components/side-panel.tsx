import { Drawer, type DrawerProps } from 'antd';
import { useEffect, useState } from 'react';

interface SidePanelProps extends Pick<DrawerProps, 'title' | 'size' | 'extra' | 'children'> {
  onClose(): void;
}

/** Beside the page while it is there. The library's gives the focus back only where it stays behind, closed. */
export function SidePanel(props: SidePanelProps) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    },
    [before],
  );
  return <Drawer open {...props} />;
}
