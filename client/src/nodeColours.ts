import * as vscode from 'vscode';
import type { NodeColour } from '../../server/src/protocol.ts';

/** The theme colour of a node's icon. Only colours that every theme defines, high contrast included. */
export function themeColour(colour: NodeColour): vscode.ThemeColor | undefined {
  switch (colour) {
    case 'good':
      return new vscode.ThemeColor('testing.iconPassed');
    case 'bad':
      return new vscode.ThemeColor('problemsErrorIcon.foreground');
    case 'waiting':
      return new vscode.ThemeColor('charts.blue');
    case 'warning':
      return new vscode.ThemeColor('problemsWarningIcon.foreground');
    case 'muted':
      return new vscode.ThemeColor('testing.iconSkipped');
    case 'none':
      return undefined;
  }
}
