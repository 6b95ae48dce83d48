import { randomUUID } from 'node:crypto';
import type { TokenCredential } from '@azure/identity';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** Where metrics and traces go. */
export interface TelemetryTargets {
  /** Over OTLP/HTTP to where the standard variables of OpenTelemetry say. */
  readonly otlp: boolean;
  /** To Azure Monitor, by its connection string. */
  readonly azure: string | null;
}

/** What measures and traces for as long as the service runs. */
export interface Telemetry {
  /** Sends what is left to be sent, and ends. */
  readonly stop: () => Promise<void>;
}

interface Exporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

const NONE: Telemetry = { stop: () => Promise.resolve() };
/** What a last report may take when the service stops. */
const LAST_REPORT = 5_000;

/**
 * Has metrics and traces sent to their targets, before the service is put together. Without a target nothing of it is even
 * loaded. Signs in to Azure Monitor as `credential` says, or not at all.
 */
export async function startTelemetry(
  targets: TelemetryTargets,
  credential: (() => Promise<TokenCredential>) | null = null,
): Promise<Telemetry> {
  const exporters = [
    ...(targets.otlp ? [await otlpExporters()] : []),
    ...(targets.azure === null ? [] : [await azureExporters(targets.azure, credential)]),
  ];
  if (exporters.length === 0) return NONE;
  const { context, metrics, propagation, trace } = await import('@opentelemetry/api');
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } =
    await import('@opentelemetry/resources');
  const { MeterProvider, PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  const { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'plumbline', 'service.instance.id': randomUUID() }))
    .merge(detectResources({ detectors: [envDetector] }));
  const tracers = new TracerProvider({
    resource,
    // Whether a request is traced is not its caller's to say.
    sampler: new AlwaysOnSampler(),
    spanProcessors: exporters.map(({ spans }) => new BatchSpanProcessor({ exporter: spans })),
  });
  const meters = new MeterProvider({
    resource,
    readers: exporters.map((one) => new PeriodicExportingMetricReader({ exporter: one.metrics })),
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracers);
  metrics.setGlobalMeterProvider(meters);
  return {
    async stop() {
      // A target that does not answer must not keep the process from ending.
      const given = new Promise((resolve) => setTimeout(resolve, LAST_REPORT).unref());
      await Promise.race([Promise.allSettled([tracers.shutdown(), meters.shutdown()]), given]);
    },
  };
}

async function otlpExporters(): Promise<Exporters> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
  return { spans: new OTLPTraceExporter(), metrics: new OTLPMetricExporter() };
}

async function azureExporters(
  connectionString: string,
  credential: (() => Promise<TokenCredential>) | null,
): Promise<Exporters> {
  const { AzureMonitorMetricExporter, AzureMonitorTraceExporter } =
    await import('@azure/monitor-opentelemetry-exporter');
  const options = {
    connectionString,
    // What could not be sent is not left on a disk.
    disableOfflineStorage: true,
    ...(credential === null ? {} : { credential: await credential() }),
  };
  return { spans: new AzureMonitorTraceExporter(options), metrics: new AzureMonitorMetricExporter(options) };
}
