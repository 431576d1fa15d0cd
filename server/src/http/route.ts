/**
 * A route says once what it takes, answers and demands of the caller: the mounting, the checks and the OpenAPI document are
 * all made from it.
 */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ServiceName } from '../config.js';
import type { Caller, Permission } from '../identity/authorize.js';
import type { ProblemCode } from './problem.js';

/** `public`: no sign-in; `signed-in`: any officer; else the permission that the caller's role must have. */
export type Access = 'public' | 'signed-in' | Permission;

/** The handler wrote the response itself (files, redirects). */
export const SENT = Symbol('response sent');

export interface Answer<Body> {
  status?: number;
  headers?: Record<string, string>;
  body: Body;
}

export interface RouteInput<Params, Query, Body, A extends Access> {
  /** Null on public routes for callers who are not signed in. */
  caller: A extends 'public' ? Caller | null : Caller;
  params: Params;
  query: Query;
  body: Body;
  request: Request;
  response: Response;
}

export interface RouteSpec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
  A extends Access,
> {
  /** Part of the server it belongs to: mounted where SERVICES names it. */
  service: ServiceName;
  method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI notation, e.g. `/api/v1/reports/{id}`. */
  path: string;
  summary: string;
  description?: string;
  access: A;
  params?: Params;
  query?: Query;
  /** JSON body. */
  body?: Body;
  /** The handler gets the bytes as they came (`request.body` is a Buffer): signatures are over bytes. */
  rawBody?: z.ZodType;
  multipart?: { field: string; maxBytes: number; maxFiles: number };
  headers?: Record<string, { description: string; required: boolean }>;
  /** Status of success, default 200. */
  status?: number;
  reply?: Reply;
  /** Media type of a reply that is no JSON. */
  binary?: string;
  problems?: ProblemCode[];
  handle(
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>, A>,
  ): Promise<Answer<z.input<Reply>> | typeof SENT>;
}

/** Erased form, for lists of routes. */
export interface Route {
  service: ServiceName;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  description?: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  rawBody?: z.ZodType;
  multipart?: { field: string; maxBytes: number; maxFiles: number };
  headers?: Record<string, { description: string; required: boolean }>;
  status?: number;
  reply?: z.ZodType;
  binary?: string;
  problems?: ProblemCode[];
  handle(input: RouteInput<unknown, unknown, unknown, Access>): Promise<Answer<unknown> | typeof SENT>;
}

export function defineRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
  A extends Access,
>(spec: RouteSpec<Params, Query, Body, Reply, A>): Route {
  return spec as unknown as Route;
}
