import { expect } from 'vitest';
import { latestVersion, resourcesOf, type Resource } from './deploy-model.js';

/** The notification under a key of its own, so that no other journey meets its versions. */
export async function ownNotification(key: string, name: string): Promise<Resource[]> {
  const files = await resourcesOf((await latestVersion('notification')).definitionId);
  return editFile(files, 'notification.bpmn', (xml) =>
    xml.replaceAll('"notification"', `"${key}"`).replace(/(<bpmn:process [^>]*name=")[^"]+/, `$1${name}`),
  );
}

/** The bundle with this file changed. */
export function editFile(files: Resource[], name: string, change: (content: string) => string): Resource[] {
  return files.map((file) => {
    if (file.name !== name) return file;
    const content = change(file.content);
    expect(content).not.toBe(file.content);
    return { name, content };
  });
}
