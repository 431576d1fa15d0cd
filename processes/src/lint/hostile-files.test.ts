import { MAX_MODEL_FILE_BYTES } from '@lampid/domain/model-files';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, type BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import { hostileFiles } from './hostile-files.js';

let birth: BundleResource[];
beforeAll(async () => {
  const shared = [join(processesFolder, 'shared')];
  birth = (await readBundle({ name: 'birth', folder: join(processesFolder, 'birth'), sharedFolders: shared }))
    .resources;
});

/** A model with this inside of its process. */
const model = (
  inside: string,
  head = '',
  declaration = '<?xml version="1.0" encoding="UTF-8"?>',
): BundleResource => ({
  name: 'x.bpmn',
  content: `${declaration}${head}<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`,
});
const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<!ENTITY a${n} "&a${n - 1 || ''};&a${n - 1 || ''};">`).join('')}]>`;

describe('hostileFiles', () => {
  it('lets our own bundle pass, and one that is only unfinished', async () => {
    expect(await hostileFiles(birth)).toEqual([]);
    expect(await hostileFiles([model('<bpmn:userTask id="unfinished" /><!-- a remark -->')])).toEqual([]);
    expect(await hostileFiles([model('', undefined, '')])).toEqual([]);
    // Old exports of other vendors.
    const latin = '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\n';
    expect(await hostileFiles([model('', undefined, latin)])).toEqual([]);
  });

  it.each<[string, BundleResource, string]>([
    [
      'an external entity',
      model('', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'hostile-content',
    ],
    ['a billion laughs', model('<bpmn:task id="t" name="&a9;" />', laughs), 'hostile-content'],
    [
      'a style sheet',
      model('', '<?xml-stylesheet href="http://elsewhere.example/x.xsl"?>'),
      'hostile-content',
    ],
    [
      'a huge file',
      model(`<bpmn:task id="t" name="${'x'.repeat(MAX_MODEL_FILE_BYTES)}" />`),
      'hostile-content',
    ],
    [
      'a script task',
      model('<bpmn:scriptTask id="t" scriptFormat="js"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'),
      'no-code',
    ],
    ['a delegate', model('<bpmn:serviceTask id="t" camunda:class="java.lang.Runtime" />'), 'no-code'],
    [
      // Latin letters that a reader of this encoding takes for kanji end no remark there, and begin none here.
      'a listener that only an encoding shows',
      model(
        '<bpmn:documentation>x<!--\u001b$B--><![CDATA[\u001b(B--></bpmn:documentation><bpmn:extensionElements><camunda:executionListener event="start" expression="$\u001b(B{x.y()}" /></bpmn:extensionElements><!--\u001b$B]]></bpmn:documentation><!--\u001b(B-->',
        undefined,
        `<?xml version="1.0" encoding='ISO-2022-JP'?>`,
      ),
      'hostile-content',
    ],
    ...[
      `<?xml version="1.0" encoding='ISO-2022-JP'?>`,
      '<?xml version="1.0" encoding = "UTF-16"?>',
      '<?xml version="1.1"?>',
      '<?xml version="1.0"\nencoding="IBM037"?>',
    ].map((declaration): [string, BundleResource, string] => [
      declaration,
      model('', undefined, declaration),
      'hostile-content',
    ]),
    ['an escape sequence', model('<bpmn:task id="t" name="\u001b$B" />'), 'hostile-content'],
    [
      'a remark that only a lenient reader takes for one',
      model(
        '<!--><![CDATA[--><bpmn:scriptTask id="t"><bpmn:script>1</bpmn:script></bpmn:scriptTask><!--]]>-->',
      ),
      'hostile-content',
    ],
    ['a remark that ends late', model('<!-- a -- b -->'), 'hostile-content'],
    ['half a pair of a letter', model('<bpmn:task id="t" name="\ud800" />'), 'hostile-content'],
    ...['http://operaton.org/schema/1.0/bpmn', 'http://activiti.org/bpmn'].map(
      (engine): [string, BundleResource, string] => [
        `a delegate under the modeler's own prefix (${engine})`,
        model(`<bpmn:serviceTask id="t" xmlns:modeler="${engine}" modeler:class="java.lang.Runtime" />`),
        'no-code',
      ],
    ),
    [
      'a form with a page in it',
      { name: 'x.form', content: '{"id":"x","components":[{"type":"iframe"}]}' },
      'hostile-content',
    ],
    [
      'a form whose field would be looked at for ever',
      {
        name: 'x.form',
        content:
          '{"id":"x","components":[{"type":"group","components":[{"type":"textfield","key":"a","validate":{"pattern":"(a+)+"}}]}]}',
      },
      'hostile-content',
    ],
    ['a file of another kind', { name: 'x.exe', content: 'x' }, 'hostile-content'],
  ])('refuses %s with a reason', async (_, resource, rule) => {
    const [problem] = await hostileFiles([resource]);
    expect(problem).toMatchObject({ resource: resource.name, rule, severity: 'error' });
    expect(problem!.message.id).not.toBe(problem!.message.en);
  });

  it('refuses more files than a bundle has', async () => {
    const many = Array.from({ length: 61 }, (_, index) => ({ ...birth[0]!, name: `f${index}.bpmn` }));
    expect(await hostileFiles(many)).toMatchObject([{ rule: 'hostile-content' }]);
  });
});
