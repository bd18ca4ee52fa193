// All that the two programs need of Node.
declare const process: { argv: string[] };
