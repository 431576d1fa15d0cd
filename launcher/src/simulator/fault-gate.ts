import type { RequestHandler } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultBoard } from './faults.js';

/** Stands before the public face: outages, time-outs, 5xx and latency, as the board says. Control calls do not pass here. */
export function faultGate(faults: FaultBoard): RequestHandler {
  return async (request, response, next) => {
    const { down } = faults.current;
    if (down === '503') {
      response.status(503).json({ kode: 'LAYANAN_TIDAK_TERSEDIA', pesan: 'Layanan sedang tidak tersedia' });
      return;
    }
    if (down !== false) {
      request.socket.destroy();
      return;
    }
    // Never answered: the caller's time-out, or our end, closes the connection.
    if (faults.strikes('timeoutRate')) return;
    const fails = faults.strikes('errorRate');
    const loses = faults.strikes('lostReplyRate');
    const latency = faults.latencyMs();
    if (latency >= 1) await pause(latency, undefined, { ref: false });
    if (fails) {
      response.status(500).json({ kode: 'KESALAHAN_SERVER', pesan: 'Kesalahan pada server' });
      return;
    }
    if (loses) {
      const lose = () => {
        request.socket.destroy();
        return response;
      };
      response.send = lose;
      response.json = lose;
      response.end = lose;
    }
    next();
  };
}
