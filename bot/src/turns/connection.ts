import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Pipeline, PipelinePolicy } from '@azure/core-rest-pipeline';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Activity } from './activity.ts';
import type { Message } from '../conversation/effect.ts';
import { forTheChat } from './readers.ts';
import type { Reference } from './reference.ts';
import { activityOf } from './replies.ts';

/** How the bot proves to the channel that it is itself. */
export type BotSecret =
  | { readonly kind: 'password'; readonly tenant: string; readonly password: string }
  | { readonly kind: 'managed-identity'; readonly tenant: string }
  /** A token of a stand-in, which only a stand-in takes. */
  | { readonly kind: 'token'; readonly token: () => Promise<string> };

/** The way to the channel: what is said in a turn, and later. */
export interface Connection {
  readonly turn: (activity: Activity, logic: (context: TurnContext) => Promise<void>) => Promise<void>;
  /** Says something once in a chat that is known by its reference; rejects with the failure of that one call. */
  readonly later: (reference: Reference, message: Message) => Promise<void>;
}

const CALLER = 'urn:botframework:azure';
/** What the SDK's HTTP pipeline calls the part that asks again. */
const RETRY_POLICY = 'defaultRetryPolicy';

const AGENTS = { plain: new HttpAgent({ keepAlive: false }), secure: new HttpsAgent({ keepAlive: false }) };
const OWN_CONNECTION: PipelinePolicy = {
  name: 'ownConnection',
  sendRequest(request, next) {
    // One that is there already leads through a proxy.
    request.agent ??= request.url.startsWith('https:') ? AGENTS.secure : AGENTS.plain;
    return next(request);
  },
};

/** Connects to the channel through the SDK's adapter. What comes in was let in by the gate; the adapter checks no more. */
export function connect(botId: string, secret: BotSecret): Connection {
  const authentication = new ConfigurationBotFrameworkAuthentication({}, credentialsOf(botId, secret));
  const adapter = new CloudAdapter(authentication);

  return {
    async turn(activity, logic) {
      const identity = new ClaimsIdentity(
        [
          { type: AuthenticationConstants.AudienceClaim, value: botId },
          { type: AuthenticationConstants.ServiceUrlClaim, value: activity.serviceUrl },
        ],
        true,
      );
      const admitted = {
        audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
        callerId: CALLER,
        claimsIdentity: identity,
        connectorFactory: authentication.createConnectorFactory(identity),
      };
      // The SDK reads times where the wire has text, and nothing else is changed.
      const sdkActivity = structuredClone(activity.whole) as Parameters<CloudAdapter['processActivityDirect']>[1];
      await adapter.processActivityDirect(admitted, sdkActivity, (context) => {
        callOnce(context);
        return logic(context);
      });
    },
    async later(reference, message) {
      const known = reference as unknown as Parameters<CloudAdapter['continueConversationAsync']>[1];
      await adapter.continueConversationAsync(botId, known, async (context) => {
        callOnce(context);
        await context.sendActivity(activityOf(await forTheChat(context, message)));
      });
    },
  };
}

/**
 * Has each call made once. The SDK asks again for seven seconds where the connector is out, longer than a turn may take, and
 * also where only the answer was lost, so that somebody would read a message twice. It has no switch for that: its client
 * keeps to itself the pipeline that its calls go through. So each call has a connection of its own: one that was kept open
 * may be closed by the other end as the call goes out, and nobody could tell that from an answer that was lost.
 */
function callOnce(context: TurnContext): void {
  const connector = context.turnState.get<{ readonly client: { readonly pipeline: Pipeline } }>(
    context.adapter.ConnectorClientKey,
  );
  const { pipeline } = connector.client;
  pipeline.removePolicy({ name: RETRY_POLICY });
  pipeline.removePolicy({ name: OWN_CONNECTION.name });
  pipeline.addPolicy(OWN_CONNECTION);
}

/** What signs the calls of the SDK to the channel. */
export function credentialsOf(botId: string, secret: BotSecret): ServiceClientCredentialsFactory {
  switch (secret.kind) {
    case 'password':
      // The SDK's own factory is one of the class without extending it.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppId: botId,
        MicrosoftAppPassword: secret.password,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: secret.tenant,
      });
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(botId, new JwtTokenProviderFactory());
    case 'token':
      return new TokenCredentials(botId, secret.token);
  }
}

class TokenCredentials extends ServiceClientCredentialsFactory {
  readonly #botId: string;
  readonly #token: () => Promise<string>;

  constructor(botId: string, token: () => Promise<string>) {
    super();
    this.#botId = botId;
    this.#token = token;
  }

  isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === this.#botId);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const token = this.#token;
    return Promise.resolve({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    });
  }
}
