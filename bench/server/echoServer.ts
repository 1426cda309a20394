/** A server that does nothing with a document but answer that it came: what the transport alone costs. */
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/node';

const connection = createProtocolConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
connection.onRequest(InitializeRequest.type, () => ({ capabilities: {} }));
connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
  void connection.sendNotification(PublishDiagnosticsNotification.type, {
    uri: textDocument.uri,
    diagnostics: [],
  });
});
connection.listen();
