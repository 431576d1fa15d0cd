import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { usePreference } from '../../preferences/preference.js';
import { useStartPractice } from '../../practice/api/practice.js';
import { placeCard, type Size } from '../place-card.js';
import { practises, stopsOf } from '../stops.js';
import { readTourRecord } from '../tour-record.js';
import { goToStop } from '../tour-run.js';
import { useLit } from '../use-lit.js';
import { tourWords } from '../words.js';
import { FindingQuestion } from './finding-question.js';
import './tour-overlay.css';

/** One stop after the other over the real pages. The browser's own modal dialog keeps the focus and gives it back. */
export default function TourOverlay({ at }: { at: number }) {
  const words = useWords(tourWords);
  const text = useText();
  const navigate = useNavigate();
  const { role } = useOfficer();
  const { isLoaded, value: record, set: keep } = usePreference('tour', readTourRecord);
  const startPractice = useStartPractice();
  const dialog = useRef<HTMLDialogElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [found, setFound] = useState(false);
  const stops = stopsOf(role);
  const stop = stops[at]!;
  const isLast = at === stops.length - 1;
  const lit = useLit(stop.lights);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    next.current?.focus();
  }, []);
  useEffect(() => {
    if (isLoaded && record === null) keep('begun');
  }, [isLoaded, record, keep]);
  useEffect(() => {
    if (window.location.pathname + window.location.search !== stop.path) void navigate(stop.path);
  }, [stop, navigate]);

  const end = () => {
    dialog.current?.close();
    goToStop(null);
    // The page that the tour began on may be gone, and with it what had the focus.
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  };
  const goOn = () => {
    if (!isLast) return goToStop(at + 1);
    if (stop.finding && !found) return;
    keep('finished');
    end();
    if (!practises(role)) return;
    startPractice.mutate();
    document.getElementById('practice')?.focus();
  };
  const goBack = () => {
    if (at === 0) return;
    // At the first stop the way back is shut, and would drop the focus.
    if (at === 1) next.current?.focus();
    goToStop(at - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Arrows inside of the question choose its answers.
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'ArrowRight' && !isLast) goOn();
    else if (event.key === 'ArrowLeft') goBack();
    else return;
    event.preventDefault();
  };
  const last = practises(role) ? words.practise : words.finish;
  return (
    <dialog ref={dialog} className="tour" aria-label={words.tour} onClose={end} onKeyDown={onKeyDown}>
      {lit && <div className="tour-light" style={lit} />}
      <TourCard lit={lit}>
        <div role="status">
          <p className="tour-step">{words.step(at + 1, stops.length)}</p>
          <h2>{text(stop.title)}</h2>
          <p>{text(stop.text)}</p>
        </div>
        {stop.finding && <FindingQuestion finding={stop.finding} onFound={setFound} />}
        <div className="tour-buttons">
          <Button type="text" onClick={end}>
            {words.end}
          </Button>
          <span className="tour-space" />
          <Button disabled={at === 0} onClick={goBack}>
            {words.before}
          </Button>
          <Button ref={next} type="primary" disabled={isLast && !!stop.finding && !found} onClick={goOn}>
            {isLast ? last : words.next}
          </Button>
        </div>
      </TourCard>
    </dialog>
  );
}

function TourCard({ lit, children }: { lit: ReturnType<typeof useLit>; children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!card.current) return;
    const measured = new ResizeObserver(([entry]) => {
      const box = entry?.target.getBoundingClientRect();
      if (box) setSize({ width: box.width, height: box.height });
    });
    measured.observe(card.current);
    return () => measured.disconnect();
  }, []);
  const screen = { width: window.innerWidth, height: window.innerHeight };
  return (
    <div ref={card} className="tour-card" style={placeCard(lit, size, screen)}>
      {children}
    </div>
  );
}
