import { Flex, Typography } from 'antd';
import { useEffect, type ReactNode } from 'react';

interface PageProps {
  title: string;
  /** One quiet line under the title. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · e-LAMPID`;
  }, [title]);
  return (
    <div className="page">
      <Flex justify="space-between" align="start" gap={16} wrap className="page-head">
        <div>
          <Typography.Title level={1} className="page-title">
            {title}
          </Typography.Title>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && (
          <Flex gap={8} wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </div>
  );
}
