import { expect, it } from 'vitest';
import { xesTrace } from './xes.js';

it('writes any text as XML 1.0 allows it', () => {
  const value = 'a<b>&"c"\u0001\uD800\n\uFFFE';
  expect(xesTrace({ attributes: [{ type: 'string', key: 'k', value }], events: [] })).toBe(
    '<trace>\n<string key="k" value="a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\uFFFD \uFFFD"/>\n</trace>\n',
  );
});
