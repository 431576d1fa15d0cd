import { Button, Card } from 'antd';
import { Page } from '../../../components/page.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { PracticeCard } from '../../practice/components/practice-card.js';
import { practises, stopsOf } from '../stops.js';
import { goToStop } from '../tour-run.js';
import { tourWords } from '../words.js';
import './tour-page.css';

/** The tour as often as one likes, and for whoever works on cases the practice that it ends with. */
export function TourPage() {
  const words = useWords(tourWords);
  const text = useText();
  const { role } = useOfficer();
  const titles = stopsOf(role).map(({ title }) => text(title));
  return (
    <Page title={words.title} lead={words.lead}>
      <Card size="small" title={words.tour}>
        <ol className="tour-stops">
          {titles.map((title, index) => (
            <li key={index}>{title}</li>
          ))}
        </ol>
        <p className="soft">{words.keys}</p>
        <Button type="primary" onClick={() => goToStop(0)}>
          {words.start}
        </Button>
      </Card>
      {practises(role) && <PracticeCard />}
    </Page>
  );
}
