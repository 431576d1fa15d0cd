import { DownloadOutlined } from '@ant-design/icons';
import { withQuery } from '../../../api/http.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Closing, ClosingVersion } from '../api/closings.js';
import { closingWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';

/** What was frozen, newest first, and why an older one was reopened. */
export function FrozenVersions({ month, closing }: { month: string; closing: Closing }) {
  if (closing.versions.length === 0) return null;
  return (
    <ul className="closing-versions">
      {closing.versions.map((version) => (
        <li key={version.version}>
          <Version month={month} closing={closing} version={version} />
        </li>
      ))}
    </ul>
  );
}

function Version({ month, closing, version }: { month: string; closing: Closing; version: ClosingVersion }) {
  const words = useWords(closingWords);
  const nameOf = useNames();
  const { language } = useLanguage();
  const { area, areaName } = closing;
  const label = words.version(version.version);
  return (
    <>
      <code title={version.sha256}>{version.sha256.slice(0, 12)}</code> {label}{' '}
      <a
        href={withQuery('/api/v1/closings/report', { month, area, version: version.version })}
        aria-label={`${words.download}: ${areaName}, ${label}`}
        title={words.download}
        download
      >
        <DownloadOutlined aria-hidden />
      </a>
      {version.reopenedAt && (
        <div className="closing-reason">
          {words.reopenedBy(
            version.version,
            nameOf(version.reopenedBy),
            formatInstant(version.reopenedAt, language),
          )}
          : {version.reopenedReason}
        </div>
      )}
    </>
  );
}
