import { searchFolded } from '../fold.ts'

/** Words that often open a sentence before a name or a noun, have their capital from that, and are no part of a name. Without accents. */
const OPENERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordsOf(`about above according across after again against all along already also although amid among another any around as at
  before behind below beneath beside besides between beyond both but by currently despite during each earlier either elsewhere even
  eventually every everyone except few finally first following for former from further given has have here his her however if in inside
  instead into its last late later like many meanwhile more moreover most much near nearly neither nevertheless next no none not
  nothing now of off on once only other others our out outside over perhaps recently second several should since so some sometimes soon
  still such than that the their then there therefore these they this those though through throughout thus to today together tomorrow
  tonight toward towards under unlike until upon was were what when where whereas whether which while who whoever whose why with
  within without would yesterday yet your tell ask see call photo picture`),
  de: wordsOf(`ab aber alle allein allem allen aller allerdings alles als also alte alten alter altes am an andere anderen anderer anderes
  angesichts auch auf aufgrund aus ausser bei beide beiden beim bereits besonders bevor bis bisher da dabei dadurch dafur dagegen daher
  dahinter damals damit danach daneben dann darauf daraus darum darunter dass dazu dem den denn dennoch der deren des deshalb dessen
  deswegen die dies diese diesem diesen dieser dieses doch dort drei dritte dritten durch ehemalige ehemaligen ehemaliger ein eine einem
  einen einer eines einige einigen einiger einziger entlang er erst erste ersten erster erstes es etwa etwas euer eure fast fruhe fruhere
  fruheren fruherer funf fur ganz gegen gegenuber gemass genau gestern gleichzeitig grosse grossen grosser grosses gute guten gut haben
  hat heute heutige hier hinter hohe hohen hoher ihr ihre ihrem ihren ihrer im immer in infolge inzwischen ist jede jedem jeden jeder
  jedes jene jenen jener jetzt junge jungen junger kaum kein keine keinem keinen keiner kleine kleinen kleiner kleines kunftig kunftige
  laut lange langer letzte letzten letzter letztes man manche manchen mancher mehr mehrere mehreren mehrerer meist meiste meisten
  mit mitten morgen nach nachdem nachste nachsten nachster nahe neben nein neue neuem neuen neuer neues nicht nichts niemand noch nun nur
  ob oberhalb obwohl oder oft ohne pro rund schon sechs sehr seine seinem seinen seiner seit seitdem selbst sie sieben so sobald sogar
  solange solche solchen soll sowohl spater statt trotz trotzdem uber um und ungefahr unser unsere unseren unter viel viele vielen vieler
  vielleicht vier vom von vor vorher wahrend wann war waren warum was weder wegen weil weitere weiteren weiterer weiteres welche welchen
  welcher wenig wenige wenigen weniger wenn wer werden wie wieder wir wird wo wobei wohl zehn zu zudem zuerst zufolge zuletzt zum zur
  zusammen zuvor zwar zwei zweite zweiten zweiter zwischen`),
  es: wordsOf(`a actualmente al algo algun alguna algunas algunos alli ambos ante antes apenas aqui asi aun aunque ayer bajo cada casi como
  con contra cual cuando cuanto dado de desde despite despues dicha dicho donde dos durante el ella ellos en entonces entre era es esa
  esas ese eso esos esta estas este esto estos excepto fue ha hace hacia han hasta hay hoy incluso junto la las le lo los luego mas
  mediante mientras mucha muchas mucho muchos muy nada nadie ni ningun ninguna no nos nuestra nuestro nunca o otra otras otro otros para
  pero poco pocos por porque primera primero pronto pues que quien quienes quiza segun ser si sin sobre solo su sus tal tambien tampoco
  tan tanto tercera tercer tercero toda todas todavia todo todos tras tres tu ultima ultimo un una unas unos varias varios y ya`),
  fr: wordsOf(`a actuellement afin ailleurs ainsi alors apres au aucun aucune aujourd aujourdhui auparavant aupres aussi autant autour
  autre autres aux avant avec bien bientot car ce cela celle celles celui cependant certaines certains ces cet cette ceux chaque chez
  comme comment contre dans de deja demain depuis derriere des desormais deux devant donc dont du durant elle elles en encore enfin
  ensuite entre est et etait face hier hors ici il ils jamais je jusqu la le les leur leurs lors lorsque mais malgre meme mes
  mieux mon ni non nos notre nous on ou par parce parfois parmi pendant peu peut plus plusieurs pour pourquoi pourtant premier premiere
  pres puis puisque quand que quel quelle quelques qui quoi rien sa sans sauf se second seconde selon ses seul seule si sinon soit 
  sous suite sur surtout tandis tant tel telle tous tout toute toutes tres trois trop un une vers voici voila votre vous`),
  ru: wordsOf(` более большинство будущий бывшая бывший в вместе вместо внутри во возле вокруг вот впервые впоследствии впрочем все
  всего вскоре всякий вторая второй вчера вчерашний где да даже два две для до днем другая другие другой его ее ежегодно если еще ж за
  завтра затем зачем здесь и из или именно их к каждая каждый как какой когда конечно которая который кроме кто куда либо лишь между
  менее место многие много может можно мы на над накануне напротив например наш наша не недавно некоторые нельзя несколько несмотря
  нет неужели никто ничего но ну о об обе оба однако около он она они оно опять от ответ отчего очень
  первая первый перед по под подобно позавчера позже пока после последний последняя потом потому похоже почему почти поэтому 
  прежде при против раньше ранее с сам самый свой сегодня сегодняшний сейчас сколько снова со согласно сначала среди спустя стало
  так также такая такие такой там те тем теперь то тогда тоже только тот третий три тут ты у уже хотя через четыре что
  чтобы эта эти это этот я позвоните спросите фото`),
  uk: wordsOf(`адже але аналогічно багато без біля більшість був була були в ваш весь вже ви від відповідно відтак він вона вони вони
  востаннє вперше все всі втім вчора де деякі для до донедавна друга другий дехто є ж за завдяки завтра замість зараз зате згідно здається
  зі зокрема і із інколи інша інші інший їх його й кілька кожен кожна коли колишній колишня крім куди лише між ми минулий минулого
  може можна на навіть навколо над наприклад напередодні наш наша не незважаючи немає нещодавно ні ніхто ніщо о об
  обидва однак оскільки останній остання отже перед перша перший під після по поблизу поза позавчора поки потім поряд при про проте
  проти раніше разом саме сам свій серед скільки спершу спочатку сьогодні та так така такий також там тепер теж ти тільки тим тоді тому
  той третій три тут у утім учора хоча хто це цей ця ці через чи чому що щоб щойно щоправда я як яка який якщо фото`),
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(searchFolded))
}

/** Whether a word that opens a sentence is so common there that its capital says nothing. */
export function isOpener(key: string, base: string): boolean {
  return OPENERS[base]?.has(searchFolded(key)) ?? false
}
