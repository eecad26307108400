package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an event that a client may send, as the discovery document names them. */
final class EventShape {

    private static final Shape TEXT = new Shape.Leaf("string", JsonNode::isTextual);
    private static final Shape FLAG = new Shape.Leaf("boolean", JsonNode::isBoolean);
    private static final Shape INT = new Shape.Leaf("integer", JsonNode::canConvertToExactIntegral);
    private static final Shape ANY = new Shape.Leaf("any", value -> true);
    private static final Shape TEXTS = new Shape.Texts();
    private static final Shape TIME = members("date,dateTime,timeZone", TEXT);
    private static final Shape PERSON = with(members("displayName,email,id", TEXT), "self", FLAG);

    private static final Shape EVENT = event();

    private EventShape() {}

    /** Returns an event with the members that are known. */
    static ObjectNode clean(ObjectNode event) {
        return (ObjectNode) EVENT.clean(event, "");
    }

    private static Shape event() {
        Shape.Members event = members(
                "id,iCalUID,status,summary,description,location,colorId,visibility,transparency,eventType", TEXT);
        event = with(event, "start", TIME);
        event = with(event, "end", TIME);
        event = with(event, "originalStartTime", TIME);
        event = with(event, "recurrence", new Shape.Many(TEXT));
        event = with(event, "organizer", PERSON);
        event = with(event, "sequence", INT);
        event = with(event, "attendees", new Shape.Many(attendee()));
        for (String flag :
                ("attendeesOmitted,endTimeUnspecified,anyoneCanAddSelf,guestsCanInviteOthers,guestsCanModify,"
                                + "guestsCanSeeOtherGuests")
                        .split(",", -1)) {
            event = with(event, flag, FLAG);
        }
        event = with(event, "reminders", reminders());
        event = with(event, "extendedProperties", members("private,shared", TEXTS));
        event = with(event, "conferenceData", conference());
        event = with(event, "attachments", new Shape.Many(members("fileId,fileUrl,iconLink,mimeType,title", TEXT)));
        event = with(event, "source", members("title,url", TEXT));
        event = with(event, "gadget", gadget());
        event = with(event, "birthdayProperties", members("contact,customTypeName,type", TEXT));
        event = with(event, "focusTimeProperties", members("autoDeclineMode,chatStatus,declineMessage", TEXT));
        event = with(event, "outOfOfficeProperties", members("autoDeclineMode,declineMessage", TEXT));
        return with(event, "workingLocationProperties", workingLocation());
    }

    private static Shape attendee() {
        Shape.Members attendee = members("comment,displayName,email,id,responseStatus", TEXT);
        attendee = with(attendee, "additionalGuests", INT);
        attendee = with(attendee, "optional", FLAG);
        attendee = with(attendee, "organizer", FLAG);
        attendee = with(attendee, "resource", FLAG);
        return with(attendee, "self", FLAG);
    }

    private static Shape reminders() {
        Shape override = with(members("method", TEXT), "minutes", INT);
        return with(members("useDefault", FLAG), "overrides", new Shape.Many(override));
    }

    private static Shape conference() {
        Shape key = members("type", TEXT);
        Shape request = with(members("requestId", TEXT), "conferenceSolutionKey", key);
        Shape entry = with(
                members("accessCode,entryPointType,label,meetingCode,passcode,password,pin,regionCode,uri", TEXT),
                "entryPointFeatures",
                new Shape.Many(TEXT));
        Shape.Members conference = members("conferenceId,notes,signature", TEXT);
        conference = with(conference, "conferenceSolution", with(members("iconUri,name", TEXT), "key", key));
        conference =
                with(conference, "createRequest", with((Shape.Members) request, "status", members("statusCode", TEXT)));
        conference = with(conference, "entryPoints", new Shape.Many(entry));
        Shape addOn = with(members("", TEXT), "parameters", TEXTS);
        return with(conference, "parameters", with(members("", TEXT), "addOnParameters", addOn));
    }

    private static Shape gadget() {
        Shape.Members gadget = members("display,iconLink,link,title,type", TEXT);
        return with(with(with(gadget, "height", INT), "width", INT), "preferences", TEXTS);
    }

    private static Shape workingLocation() {
        Shape.Members place = with(members("type", TEXT), "customLocation", members("label", TEXT));
        return with(
                with(place, "homeOffice", ANY),
                "officeLocation",
                members("buildingId,deskId,floorId,floorSectionId,label", TEXT));
    }

    private static Shape.Members members(String names, Shape shape) {
        Map<String, Shape> known = new LinkedHashMap<>();
        for (String name : names.split(",", -1)) {
            known.put(name, shape);
        }
        return new Shape.Members(known);
    }

    private static Shape.Members with(Shape.Members members, String name, Shape shape) {
        Map<String, Shape> known = new LinkedHashMap<>(members.known());
        known.put(name, shape);
        return new Shape.Members(known);
    }
}
