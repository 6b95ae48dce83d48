import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Activity } from './activity.ts';

/** How the bot proves to the channel that it is itself. */
export type BotSecret =
  | { readonly kind: 'password'; readonly tenant: string; readonly password: string }
  | { readonly kind: 'managed-identity'; readonly tenant: string }
  /** A token of a stand-in, which only a stand-in takes. */
  | { readonly kind: 'token'; readonly token: () => Promise<string> };

/** The way to the channel: what is said in a turn, and later. */
export interface Connection {
  readonly turn: (activity: Activity, logic: (context: TurnContext) => Promise<void>) => Promise<void>;
  /** Says something in a chat that is known by its reference; rejects with the channel's own failure. */
  readonly later: (reference: string, logic: (context: TurnContext) => Promise<void>) => Promise<void>;
}

const CALLER = 'urn:botframework:azure';

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
      await adapter.processActivityDirect(admitted, sdkActivity, logic);
    },
    async later(reference, logic) {
      const parsed = JSON.parse(reference) as Parameters<CloudAdapter['continueConversationAsync']>[1];
      await adapter.continueConversationAsync(botId, parsed, logic);
    },
  };
}

/** Where a chat can be found again. */
export function referenceOf(context: TurnContext): string {
  return JSON.stringify(TurnContext.getConversationReference(context.activity));
}

function credentialsOf(botId: string, secret: BotSecret): ServiceClientCredentialsFactory {
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
