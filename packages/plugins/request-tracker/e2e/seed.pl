# Makes what seed.json names through Request Tracker's own interface, and prints as JSON the
# number of each ticket by its key, and of the person who wrote in.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use Carp   ();
use Encode ();
use JSON   ();
use MIME::Entity;
use RT;

RT::LoadConfig();
RT::Init();

open my $file, '<:raw', $ARGV[0] or die "$ARGV[0]: $!";
my $seed = JSON->new->utf8->decode( do { local $/; <$file> } );
my $system = RT->SystemUser;

sub must {
    my ( $ok, $message ) = @_;
    Carp::confess( $message // 'Request Tracker refused' ) unless $ok;
    return $ok;
}

# With several return values the first says whether it was done, and the last why not.
sub made { my @said = @_; must( $said[0], $said[-1] ) }

sub account {
    my (%about) = @_;
    my $user = RT::User->new($system);
    made( $user->Create(%about) );
    return $user;
}

# What somebody does is done under their own name, and with their own rights.
sub as { return RT::CurrentUser->new( $_[0] ) }

my $queue = RT::Queue->new($system);
made( $queue->Create( Name => $seed->{queue}, CorrespondAddress => 'cyber-choices@example.org' ) );

my %field;
for my $wanted ( @{ $seed->{customFields} } ) {
    my $field = RT::CustomField->new($system);
    made(
        $field->Create(
            Name       => $wanted->{name},
            Type       => $wanted->{type},
            MaxValues  => 1,
            LookupType => 'RT::Queue-RT::Ticket',
        )
    );
    my $order = 0;
    made( $field->AddValue( Name => $_, SortOrder => $order++ ) ) for @{ $wanted->{choices} // [] };
    made( $field->AddToObject($queue) );
    $field{ $wanted->{name} } = $field;
}

my $officer = account(
    Name         => $seed->{officer}{name},
    Password     => $seed->{officer}{password},
    RealName     => $seed->{officer}{realName},
    EmailAddress => $seed->{officer}{email},
    Privileged   => 1,
);
my $lead = account(
    Name         => $seed->{lead}{email},
    EmailAddress => $seed->{lead}{email},
    RealName     => $seed->{lead}{realName},
    Organization => $seed->{lead}{organisation},
    WorkPhone    => $seed->{lead}{phone},
);

sub grant {
    my ( $to, @rights ) = @_;
    made( $to->PrincipalObj->GrantRight( Object => $queue, Right => $_ ) ) for @rights;
}
grant( $officer, qw(
    SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail CreateTicket ReplyToTicket CommentOnTicket
    ModifyTicket OwnTicket TakeTicket SeeCustomField ModifyCustomField
) );
my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
grant( $everyone, qw(CreateTicket ReplyToTicket) );
made( $officer->PrincipalObj->GrantRight( Object => RT->System, Right => $_ ) )
    for qw(ShowUserHistory ModifySelf);

sub words {
    my ( $from, $subject, $text ) = @_;
    return MIME::Entity->build(
        From     => $from,
        Subject  => Encode::encode( 'UTF-8', $subject ),
        Type     => 'text/plain',
        Charset  => 'UTF-8',
        Encoding => '8bit',
        Data     => Encode::encode( 'UTF-8', $text ),
    );
}

my %writer = ( requestor => $lead, officer => $officer );
my %number;
for my $wanted ( @{ $seed->{tickets} } ) {
    my $ticket = RT::Ticket->new( as($lead) );
    my ( $id, undef, $trouble ) = $ticket->Create(
        Queue     => $queue->Id,
        Subject   => $wanted->{subject},
        Requestor => [ $lead->EmailAddress ],
        MIMEObj   => words( $lead->EmailAddress, $wanted->{subject}, $wanted->{text} ),
    );
    $number{ $wanted->{key} } = 0 + must( $id, $trouble );

    my $kept = RT::Ticket->new( as($officer) );
    made( $kept->Load($id) );
    for my $name ( sort keys %{ $wanted->{fields} } ) {
        made(
            $kept->AddCustomFieldValue(
                Field => $field{$name}->Id,
                Value => $wanted->{fields}{$name},
            )
        );
    }
    for my $message ( @{ $wanted->{thread} } ) {
        my $by      = $writer{ $message->{by} };
        my $written = RT::Ticket->new( as($by) );
        made( $written->Load($id) );
        my $mail = words( $by->EmailAddress, "Re: $wanted->{subject}", $message->{text} );
        made( $message->{kind} eq 'comment'
            ? $written->Comment( MIMEObj => $mail )
            : $written->Correspond( MIMEObj => $mail ) );
    }
}
print JSON->new->canonical->encode( { tickets => \%number, lead => 0 + $lead->Id } ), "\n";
