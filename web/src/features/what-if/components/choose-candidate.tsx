import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Select, Upload } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useProcessVersions, type ProcessModel } from '../../models/api/processes.js';
import type { Resource } from '../../models/api/resource.js';
import { whatIfWords } from '../words.js';
import { WhatIfPanel } from './what-if-panel.js';

const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** A version, and the files that differ from it. */
export function ChooseCandidate({ models }: { models: ProcessModel[] }) {
  const words = useWords(whatIfWords);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const model = models.find(({ key }) => key === search.get('model')) ?? models[0];
  if (!model) return null;
  return (
    <Card
      size="small"
      title={words.candidate}
      extra={
        <Select
          aria-label={words.model}
          value={model.key}
          onChange={(key) => setSearch({ model: key })}
          style={{ minWidth: 160 }}
          options={models.map(({ key, names }) => ({ value: key, label: text(names) }))}
        />
      }
    >
      <Versions key={model.key} model={model} />
    </Card>
  );
}

function Versions({ model }: { model: ProcessModel }) {
  const words = useWords(whatIfWords);
  const versions = useProcessVersions(model.key);
  const [base, setBase] = useState(model.latest.definitionId);
  const [files, setFiles] = useState<Resource[]>([]);
  return (
    <QueryState query={versions}>
      {(items) => (
        <div className="what-if">
          <Flex gap={16} wrap align="flex-start">
            <Select
              aria-label={words.version}
              value={base}
              onChange={setBase}
              style={{ minWidth: 140 }}
              options={items.map(({ definitionId, version }) => ({
                value: definitionId,
                label: words.versionName(version),
              }))}
            />
            <ChangedFiles files={files} onChange={setFiles} />
          </Flex>
          <WhatIfPanel base={base} resources={files} />
        </div>
      )}
    </QueryState>
  );
}

function ChangedFiles({ files, onChange }: { files: Resource[]; onChange(files: Resource[]): void }) {
  const words = useWords(whatIfWords);
  const [tooLarge, setTooLarge] = useState(false);
  const read = async (chosen: File[]) => {
    setTooLarge(chosen.some(({ size }) => size > MAX_FILE_BYTES));
    const small = chosen.filter(({ size }) => size <= MAX_FILE_BYTES);
    const added = await Promise.all(
      small.map(async (file) => ({ name: file.name, content: await file.text() })),
    );
    const names = new Set(added.map(({ name }) => name));
    onChange([...files.filter(({ name }) => !names.has(name)), ...added]);
  };
  return (
    <div>
      <Upload
        accept=".bpmn,.dmn,.form"
        multiple
        showUploadList={false}
        beforeUpload={(file, all) => {
          // Called for each file of a choice: all of them are taken at the last.
          if (file === all.at(-1)) void read(all);
          return false;
        }}
      >
        <Button icon={<UploadOutlined aria-hidden />}>{words.addFiles}</Button>
      </Upload>
      {tooLarge && <p role="alert">{words.tooLarge}</p>}
      {files.length === 0 ? (
        <p className="what-if-files">{words.noFiles}</p>
      ) : (
        <ul className="what-if-changed" aria-label={words.files}>
          {files.map(({ name }) => (
            <li key={name}>
              {name}{' '}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={words.takeAway(name)}
                onClick={() => onChange(files.filter((file) => file.name !== name))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
