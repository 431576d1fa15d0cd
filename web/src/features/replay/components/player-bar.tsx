import {
  CaretRightOutlined,
  FastBackwardOutlined,
  FastForwardOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { SPEEDS, usePlayerKeys, type Player } from '../use-player.js';
import { replayWords } from '../words.js';

interface PlayerBarProps {
  player: Player;
  count: number;
  /** Time and name of the moment, for those who do not see the slider. */
  spoken: string;
}

/** A slider over the moments with its buttons: a range input, so the arrow keys, Home and End are the browser's own. */
export function PlayerBar({ player, count, spoken }: PlayerBarProps) {
  const words = useWords(replayWords);
  const { language } = useLanguage();
  const { index, goTo, playing, toggle, speed, setSpeed } = player;
  const last = count - 1;
  usePlayerKeys(player);
  const button = (label: string, icon: ReactNode, to: number) => (
    <Tooltip title={label}>
      <Button
        icon={icon}
        aria-label={label}
        disabled={to === index || to < 0 || to > last}
        onClick={() => goTo(to)}
      />
    </Tooltip>
  );
  return (
    <div className="player" role="group" aria-label={words.player}>
      <div className="player-buttons">
        {button(words.first, <FastBackwardOutlined aria-hidden />, 0)}
        {button(words.previous, <StepBackwardOutlined aria-hidden />, index - 1)}
        <Button
          type="primary"
          icon={playing ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          onClick={toggle}
          disabled={count < 2}
        >
          {playing ? words.pause : words.play}
        </Button>
        {button(words.next, <StepForwardOutlined aria-hidden />, index + 1)}
        {button(words.last, <FastForwardOutlined aria-hidden />, last)}
      </div>
      <input
        type="range"
        className="player-slider"
        aria-label={words.time}
        aria-valuetext={spoken}
        min={0}
        max={last}
        value={index}
        onChange={({ target }) => goTo(Number(target.value))}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          toggle();
        }}
      />
      <span className="player-place number">{words.place(index + 1, count)}</span>
      <Segmented
        size="small"
        aria-label={words.speed}
        value={speed}
        onChange={setSpeed}
        options={SPEEDS.map((value) => ({ value, label: `${value.toLocaleString(language)}×` }))}
      />
    </div>
  );
}
