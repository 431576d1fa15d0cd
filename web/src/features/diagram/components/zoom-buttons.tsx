import { CompressOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Tooltip, type ButtonProps } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { diagramWords } from '../words.js';

interface ZoomButtonsProps extends Pick<ButtonProps, 'disabled'> {
  onFit(): void;
  onZoom(factor: number): void;
}

/** The whole drawing, nearer, further. */
export function ZoomButtons({ onFit, onZoom, ...button }: ZoomButtonsProps) {
  const words = useWords(diagramWords);
  return (
    <>
      <Tooltip title={words.fit} placement="left">
        <Button {...button} icon={<CompressOutlined aria-hidden />} aria-label={words.fit} onClick={onFit} />
      </Tooltip>
      <Button
        {...button}
        icon={<ZoomInOutlined aria-hidden />}
        aria-label={words.zoomIn}
        onClick={() => onZoom(1.25)}
      />
      <Button
        {...button}
        icon={<ZoomOutOutlined aria-hidden />}
        aria-label={words.zoomOut}
        onClick={() => onZoom(0.8)}
      />
    </>
  );
}
