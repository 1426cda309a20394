/** Values that say that nothing is known, and accounts and authorities that every Windows has. */
export const noNames: readonly string[] = words(`
  null nil none n/a na empty unknown undefined unset true false yes no on off ok error failed success succeeded
  default any all local localhost system localsystem localservice networkservice network service services
  administrator administrators guest guests users everyone public wdagutilityaccount defaultaccount default0
  defaultuser defaultuser0 defaultuser1 defaultuser100000 trustedinstaller krbtgt nt authority builtin azuread
  workgroup user device machine computer current currentuser self client server sccm sms ccm intune microsoft windows
  common organizations consumers foouser autopilot provisioning systemprofile desktop running stopped started
  is now the a an of for with and or not to in was has have been be will by on from as at it this that
  hex dword qword returned set get got using used use found missing required enabled disabled supported
`);

/** Words that are no name on their own in a log, although somebody may be called so. */
export const commonWords: readonly string[] = words(`
  access account accounts action active activation activity address admin agent alert allow alpha analysis android
  apple application applications apps archive asset assignment attempt audit auth auto azure backup base batch beta
  binary block boot branch browser build business cache call capability case catalog cause center central certificate
  change channel check class cleanup cloud code collection comanagement command compliance component computers config
  configuration connect connection connector console container content control controller copy core corp corporate
  count country create credential critical customer daily data database date debug delete demo dept deploy deployment
  description desktop detail dev develop development directory disk display distribution document domain download
  drive driver edge email employee enable endpoint engine enroll enrolled enrollment enterprise entra event evaluation
  example exchange exit export extension external factory failure feature file files filter finance find firewall
  folder force forest format free frontdesk function gateway general global group groups handler hardware head health
  hello help helpdesk high history home host hosts hybrid image import inbox index info information infra initial
  install installation instance integration internal internet inventory item job join joined kernel keys kiosk label
  laptop last legacy level library license licence link list load location lock logging login logon logs mail main
  maintenance manage managed management manager master media member memory message messages method migration mobile
  mode model module monitor name namespace node notebook notification number object office online open operation
  operations option order organization output owner package parent patch path people performance permission person
  phone pilot pipeline platform policy pool port portal power prefix present primary print printer private process
  prod production product profile program project property protected protection provider proxy publisher query queue
  reader ready receive record refresh region register registration registry release remote remove repair report
  reports request required research reset resource response restart result retry role root router rule sales scan
  schedule scheduler school scope script search secure security select sender sequence session setting settings setup
  share shared sharepoint shell shutdown sign signature site sites software source staff stage staging standard start
  state static status stop storage store string student submit summary support sync table target task teams technical
  temp temporary tenant test tester testing tests testuser text thread time timer title token tool tools topic total
  training transfer trigger trust type uninstall unit update updates upgrade upload value values vendor verify version
  view virtual volume wait warning watch website wifi window wireless work worker workload workloads workplace
  workstation workstations write zone contact branch office365 adfs ldap mail www ftp dns dhcp http https tcp smtp vpn
  web sql iis wsus wmi mdm oma csp cmg mp dp sup available cas pxe
  north south east west server01 pc01 january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday
  ccmexec ccmsetup ccmeval ccmcache ccmrestart svchost lsass explorer powershell cmd rundll32 wscript cscript msiexec
  software system32 syswow64 currentversion currentcontrolset controlset enrollments accounts
`);

/**
 * Names of people that are words of sentences and dates, too: where only such a word names somebody, it is replaced
 * behind its label and nowhere else.
 */
export const everydayNames: readonly string[] = words(`
  abbot amber angel archer art ash autumn baker banks barber bell berg berry best bill bird bishop black blue bond book
  booth bowl brand bridge bright bronze brook brooks brown bruce buck bush butler camp card carpenter carter chance
  chase chip christian church clay close cook cooper crane cross dale dawn day dean dick divine dollar drew duke
  early east eve faith farmer field fields fine fish fisher flowers ford forest fox frank freeman frost gene gold
  good grace grant gray green grey guy hall hand hands harmony heath hill hills holiday holly honor hope house hunt
  hunter iris ivy jack jade joy judge justice kay king kitty knight lake lance land lane law light lily little long
  love major mark marsh marshal marshall mason max may mercy miles mill miller mills moon moore more neal new noble
  olive page paige parker pat patience paul peace pearl penny piper poole pope porter potter price prince queen rain
  ray read reed reeves rich river rivers rob robin rock rocky rod rose ruby rusty sage sandy saunders savage sawyer
  seal shade sharp shepherd short silver skinner sky small smart smith snow stark steel sterling stone storm street
  strong sue summer summers swan swift tanner taylor temple terry trace tucker turner underwood van victor violet wade
  walker wall walls ward waters weaver weber wells west white will winter wise wolf wood woods young
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
`);

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
