// Tells the boundaries rule which file an import means: workspaces by the `source` condition of their exports, relative
// `.js` imports by the TypeScript file they are compiled from. Interface 2 of eslint-plugin-import's resolvers.
const { existsSync, readFileSync } = require('node:fs');
const { builtinModules } = require('node:module');
const { dirname, join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const ROOMS = { engine: 'processes/engine' };

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  if (source.startsWith('node:') || builtinModules.includes(source)) return { found: true, path: null };
  if (source.startsWith('.')) return asSource(resolve(dirname(file), source));
  if (source.startsWith('@lampid/')) return workspaceFile(source);
  const [scope, name] = source.split('/');
  const folder = join(root, 'node_modules', scope.startsWith('@') ? `${scope}/${name}` : scope);
  return existsSync(folder) ? { found: true, path: join(folder, 'package.json') } : { found: false };
};

function workspaceFile(source) {
  const [, room, ...rest] = source.split('/');
  const folder = join(root, ROOMS[room] ?? room);
  const pattern = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).exports?.['./*']?.source;
  const path = pattern ? join(folder, pattern.replace('*', rest.join('/'))) : join(folder, 'package.json');
  // Also a file that does not exist names its room: the compiler complains about the file, the rule about the room.
  return { found: true, path };
}

function asSource(path) {
  const candidates = [
    path.replace(/\.js$/, '.ts'),
    path.replace(/\.js$/, '.tsx'),
    path,
    `${path}.ts`,
    `${path}.tsx`,
  ];
  return { found: true, path: candidates.find((candidate) => existsSync(candidate)) ?? candidates[0] };
}
