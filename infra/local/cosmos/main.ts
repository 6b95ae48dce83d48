import { startCosmosDouble } from './cosmos-double.ts';

/** The port of Microsoft's emulator. */
const USUAL_PORT = '8081';

const { COSMOS_DOUBLE_PORT = USUAL_PORT, COSMOS_DOUBLE_FILE, COSMOS_DOUBLE_KEY, COSMOS_DOUBLE_CONTROL } = process.env;
const port = Number(COSMOS_DOUBLE_PORT);
if (!/^\d+$/.test(COSMOS_DOUBLE_PORT) || port > 65_535) {
  refuse(
    `COSMOS_DOUBLE_PORT is ${JSON.stringify(COSMOS_DOUBLE_PORT)}: give it a port, 0 to 65535, 0 for any that is free.`,
  );
} else {
  try {
    await run();
  } catch (fault) {
    refuse(`The double could not start: ${fault instanceof Error ? fault.message : 'unknown fault'}`);
  }
}

async function run(): Promise<void> {
  const double = await startCosmosDouble({
    port,
    ...(COSMOS_DOUBLE_FILE === undefined ? {} : { file: COSMOS_DOUBLE_FILE }),
    ...(COSMOS_DOUBLE_KEY === undefined ? {} : { key: COSMOS_DOUBLE_KEY }),
    ...(COSMOS_DOUBLE_CONTROL === undefined ? {} : { controlSecret: COSMOS_DOUBLE_CONTROL }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void double.close();
    });
  }
  console.log(`The double of Azure Cosmos DB is running: ${double.endpoint}`);
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
