import { DEFAULT_PORTS, type PortName, type StackPorts } from './environment.js';
import { isFree, pickPort } from './ports.js';
import { StackError } from './stack-error.js';

/** Inner parts move away from a port that is taken; the web port is what people know, and is refused instead. */
export async function choosePorts(
  wished: Partial<Record<PortName, number | 'free'>>,
  webPort: number,
  needsWeb: boolean,
): Promise<StackPorts> {
  const wanted = { ...DEFAULT_PORTS, web: webPort, ...wished };
  if (needsWeb && wanted.web !== 'free' && !(await isFree(wanted.web))) {
    throw new StackError(
      `port ${wanted.web} sedang dipakai program lain; hentikan program itu atau pilih port lain / ` +
        `port ${wanted.web} is taken by another program; stop it or choose another one: PORT=${wanted.web + 100} npm start`,
    );
  }
  const taken = new Set<number>();
  const ports: Partial<StackPorts> = {};
  for (const name of Object.keys(DEFAULT_PORTS) as PortName[])
    ports[name] = await pickPort(wanted[name], taken);
  return ports as StackPorts;
}
