/** Whether the server answers, as the calls of this page find it. What the browser says (`onLine`) is only a hint: a cable may lead nowhere. */
type Listener = () => void;
export declare function isLineUp(): boolean;
/** Told when the line goes or comes back. Answers how to stop listening. */
export declare function onLineChange(listener: Listener): () => void;
/** The server has answered. */
export declare function lineFound(): void;
/** A call got no answer: from now on the server is asked until it gives one. */
export declare function lineLost(): void;
/** Answered by what stands before the server, in its place. */
export declare function isGatewayFault(status: number): boolean;
export {};
//# sourceMappingURL=line.d.ts.map